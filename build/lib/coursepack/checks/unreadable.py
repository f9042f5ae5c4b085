"""文件在那里，却打不开。多半是没有读取权限，或者别的程序正占着它。读不了的文件，里面有没有错谁也不知道，所以先报出来。

错误的情形：文件从别人的电脑拷来，权限是“仅所有者可读”。

改法：关掉占用它的程序；在属性里给自己读取权限；还不行就另存一份，换掉原来的文件。
---
The file is there but cannot be opened: most often it may not be read, or another program holds it. Nobody knows what is wrong in a file that cannot be read, so this is said first.

Wrong: a file copied from a colleague's computer that only its owner may read.

Mend it: close the program that holds it; give yourself the right to read it; failing that, save a copy and put it in place of the original.
"""

LEVEL = "error"
