"""accept 里接受的警告并没有出现：规则名拼错了，文字已经改好了，或者它是错误而不是警告。留着它，以后真出了这个警告，会被它悄悄放过去。

错误的写法（题目已经改短）：

    accept:
      option-length: 这个选项必须说全

改法：名字拼错就按提示改，否则删掉这一行。错误不能用 accept 接受，只能改正。
---
accept names a warning that does not occur: the rule is misspelt, the text has been mended since, or it is an error and not a warning. If it stayed, it would one day hide that very warning.

Wrong (the option has been shortened since):

    accept:
      option-length: this option has to be complete

Mend it: give the rule its right name if it is misspelt, otherwise delete the line. Errors cannot be accepted, only mended.
"""

LEVEL = "error"
