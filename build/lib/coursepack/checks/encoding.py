"""文件不是 UTF-8 编码。旧版 Windows 记事本和 Excel 常存成 GBK，有些程序存成 UTF-16，读出来就是乱码，所以整份文件都不读。文件开头有没有 BOM 都可以。

错误的情形：在记事本里另存为“ANSI”。

改法：用编辑器打开，确认文字正常，再“另存为”，编码选 UTF-8。如果打开就是乱码，先选对原来的编码（多半是 GBK）再另存。
---
The file is not UTF-8. Older editors and Excel save Chinese as GBK, some programs as UTF-16; read as UTF-8 that is gibberish, so the whole file is left out. A BOM at the start does no harm.

Wrong: saved as “ANSI” in Notepad.

Mend it: open it in an editor, see that the text is right, and save it again with encoding UTF-8. If it opens as gibberish, first choose the encoding it was saved in (probably GBK).
"""

LEVEL = "error"
