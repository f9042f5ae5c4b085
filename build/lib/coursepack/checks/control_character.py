"""文字里有看不见的控制字符，例如零宽空格（U+200B）、从右到左标记（U+202E）、退格（U+0008）。它们多半从网页或聊天窗口粘贴而来：屏幕上看不出，搜索却搜不到这个词，有的还会把后面的字倒着显示，导出时也会被教务系统拒收。

错误的写法：“付款”两个字中间夹着一个 U+200B。

改法：把光标放到报出的位置，删掉前后各一个字，重新输入。制表符以外的空白用普通空格。
---
The text holds an invisible control character, such as a zero-width space (U+200B), a right-to-left mark (U+202E) or a backspace (U+0008). They come with text pasted from web pages and chats: nobody sees them, yet search no longer finds the word, some turn round the words after them, and an LMS may refuse the export.

Wrong: “payment” with a U+200B in the middle.

Mend it: go to the place named, delete the letters on both sides of it and type them again. Use ordinary spaces.
"""

LEVEL = "error"
