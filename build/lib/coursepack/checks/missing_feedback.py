"""这个选项没有反馈。学员选了它，只知道对错，不知道为什么；错的选项正是最该讲清楚的地方，对的选项也要说明对在哪里。

错误的写法：

    - id: boss
      text: {zh: 老板什么时候回来？, en: When is the boss back?}

改法：补上 feedback，说选它会换来什么，对事不对人。

    - id: boss
      text: {zh: 老板什么时候回来？, en: When is the boss back?}
      feedback: {zh: 申请没提，老板回来也没用。, en: Without a request he has nothing to sign.}
---
This option has no feedback. A learner who picks it sees right or wrong but not why; wrong options are the very place to explain, and right ones should say what makes them right.

Wrong:

    - id: boss
      text: {zh: 老板什么时候回来？, en: When is the boss back?}

Mend it: add feedback that says what this choice would bring, about the task and not the person.

    - id: boss
      text: {zh: 老板什么时候回来？, en: When is the boss back?}
      feedback: {zh: 申请没提，老板回来也没用。, en: Without a request he has nothing to sign.}
"""

LEVEL = "error"
