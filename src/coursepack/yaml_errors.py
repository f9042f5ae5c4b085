"""What the parser says when YAML cannot be read, put into an author's words: one table, and a test for each of its rows."""

import yaml

from .problem import Text

TOO_DEEP = "nested too deeply"
YAML_ERRORS: dict[str, tuple[Text, Text]] = {
    "mapping values are not allowed": (Text("这里多了一个冒号，或缩进不对", "there is a colon too many here, or the indentation is wrong"), Text("文字里有“: ”就给整段加引号；否则对齐缩进", "put a text that holds “: ” in quotes; otherwise align the indentation")),
    "did not find expected key": (Text("这一行没有和上面的键对齐，或引号没有成对", "this line does not line up with the keys above, or a quotation mark is unpaired"), Text("用空格对齐；检查上一行的引号", "align it with spaces; look at the quotation marks of the line above")),
    "could not find expected ':'": (Text("这里应有一个“键: 值”，缺了半角冒号", "a “key: value” is expected here, the colon is missing"), Text("补上半角冒号和一个空格", "add a colon and a space")),
    "did not find expected '-' indicator": (Text("列表里的这一行缺少“- ”，或缩进不对", "this line of a list lacks “- ”, or the indentation is wrong"), Text("和上面的“- ”对齐", "line it up with the “- ” above")),
    "did not find expected ',' or": (Text("花括号或方括号没有关上，或里面的文字有逗号、引号、“ #”", "a brace or bracket is not closed, or a text inside holds a comma, a quotation mark or “ #”"), Text("补上括号；给里面的文字加双引号，或改成分行写法", "close it; put the texts inside in double quotes, or write them on lines of their own")),
    "found character that cannot start any token": (Text("这里不能用制表符（Tab）或 @、` 这样的字符开头", "a tab, or a character such as @ or `, cannot start something here"), Text("缩进用空格；文字以这种字符开头就加引号", "indent with spaces; put a text that starts so in quotes")),
    "found a tab character": (Text("缩进里有制表符（Tab）", "there is a tab in the indentation"), Text("换成空格", "replace it by spaces")),
    "found undefined alias": (Text("以“*”开头的文字会被当成引用", "a text that starts with “*” is taken for an alias"), Text("用引号括起来", "put it in quotes")),
    "found unexpected end of stream": (Text("引号没有关上", "a quotation mark is not closed"), Text("补上结尾的引号", "add the closing mark")),
    "found unexpected document indicator": (Text("引号没有关上", "a quotation mark is not closed"), Text("补上结尾的引号", "add the closing mark")),
    "did not find expected <document start>": (Text("文件开头的写法不对，或缩进退到了最左边", "the file starts wrongly, or the indentation falls back to the left margin"), Text("检查这一行的缩进", "look at the indentation of this line")),
    "expected a single document": (Text("文件里有第二个“---”", "there is a second “---” in the file"), Text("一个文件只写一份，删掉“---”", "keep one document a file and delete “---”")),
    "block sequence entries are not allowed": (Text("这里不能开始一个列表项", "a list item cannot start here"), Text("“- ”另起一行，缩进两格", "put “- ” on a new line, indented by two")),
    "unknown escape character": (Text("双引号里的反斜杠“\\”有特殊含义", "a backslash “\\” has a meaning inside double quotes"), Text("写成“\\\\”，或改用单引号", "write “\\\\”, or use single quotes")),
    "undefined tag handle": (Text("以“!”开头的文字会被当成标签", "a text that starts with “!” is taken for a tag"), Text("用引号括起来", "put it in quotes")),
    "did not find expected alphabetic or numeric character": (Text("以“*”或“&”开头的文字会被当成引用", "a text that starts with “*” or “&” is taken for a reference"), Text("用引号括起来", "put it in quotes")),
    "did not find expected whitespace or line break": (Text("以“!”开头的文字会被当成标签", "a text that starts with “!” is taken for a tag"), Text("用引号括起来", "put it in quotes")),
    "did not find expected comment or line break": (Text("“|”或“>”后面不能再写字", "nothing may follow “|” or “>” on its line"), Text("文字从下一行开始，缩进两格", "start the text on the next line, indented by two")),
    "did not find expected node content": (Text("括号里多了一个逗号，或缺了内容", "a comma too many inside brackets, or nothing where something is expected"), Text("检查括号里的逗号", "look at the commas inside the brackets")),
    TOO_DEEP: (Text("嵌套太深", "nested too deeply"), Text("减少层级，成对地关上括号", "use fewer levels; close brackets in pairs")),
    "found duplicate anchor": (Text("以“&”开头的文字会被当成锚点", "a text that starts with “&” is taken for an anchor"), Text("用引号括起来", "put it in quotes")),
}
SPECIAL_RULES = {
    "found undefined alias": "yaml-anchor",
    "found duplicate anchor": "yaml-anchor",
    "did not find expected alphabetic or numeric character": "yaml-anchor",
    "undefined tag handle": "yaml-tag",
    "did not find expected whitespace or line break": "yaml-tag",
}
OTHER_YAML_ERROR = (Text("这里的 YAML 读不通", "the YAML cannot be read here"), Text("检查这一行和上一行的缩进、冒号、引号", "look at the indentation, colons and quotation marks of this line and the one above"))


def explain_yaml_error(error: yaml.YAMLError, line: str) -> tuple[str, Text, Text]:
    """Rule, message and remedy for a parser error, with the author's own line."""
    words = f"{getattr(error, 'context', None)} {getattr(error, 'problem', None) or error}"
    start = next((start for start in YAML_ERRORS if start in words), "")
    message, remedy = YAML_ERRORS.get(start, OTHER_YAML_ERROR)
    quoted = line.strip()[:40]
    if quoted:
        message = Text(f"{message.zh}：“{quoted}”", f"{message.en}: “{quoted}”")
    return SPECIAL_RULES.get(start, "yaml-syntax"), message, remedy
