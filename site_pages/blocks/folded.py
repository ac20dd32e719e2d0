"""What opens with a tap and without script: questions with answers, and parts of a long text."""

from typing import Any, ClassVar

from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock

FEATURES = ["bold", "ol", "ul", "link"]


class QuestionBlock(StructBlock):
    """One question with its answer."""

    question = CharBlock(max_length=200, help_text="As people ask it: Does the walk cost anything?")
    answer = RichTextBlock(features=FEATURES)

    class Meta:
        icon = "help"
        label = "Question"
        template = "blocks/question.html"
        description = "One question; its answer opens with a tap."
        preview_value: ClassVar[dict[str, Any]] = {
            "question": "کیا واک میں شرکت کی کوئی فیس ہے؟",
            "answer": "<p>نہیں، شرکت مفت ہے۔</p>",
        }


class QuestionsStream(StreamBlock):
    """The questions of a page."""

    question = QuestionBlock()


class QuestionsBlock(StructBlock):
    """A few questions inside another page."""

    heading = CharBlock(required=False, max_length=120)
    questions = ListBlock(QuestionBlock(), min_num=1)

    class Meta:
        icon = "help"
        label = "Questions and answers"
        template = "blocks/questions.html"
        description = "A few questions; each opens its answer with one tap."
        preview_value: ClassVar[dict[str, Any]] = {
            "heading": "اکثر پوچھے جانے والے سوال",
            "questions": [
                {
                    "question": "کیا کال کرنے پر نام بتانا ضروری ہے؟",
                    "answer": "<p>نہیں۔ نام بتائے بغیر بھی اطلاع دی جا سکتی ہے۔</p>",
                },
                {
                    "question": "کیا کال مفت ہے؟",
                    "answer": "<p>عام کال کے نرخ لاگو ہوتے ہیں۔</p>",
                },
            ],
        }


class FoldedPartBlock(StructBlock):
    """One part."""

    title = CharBlock(max_length=160)
    html = RichTextBlock(features=["h3", *FEATURES], label="Text")

    class Meta:
        icon = "collapse-down"
        label = "Part"


class AccordionBlock(StructBlock):
    """Parts of a long text, each under its title: for what most readers may skip."""

    heading = CharBlock(required=False, max_length=120)
    items = ListBlock(FoldedPartBlock(), min_num=1, label="Parts")

    class Meta:
        icon = "collapse-down"
        label = "Folded parts"
        template = "blocks/accordion.html"
        description = "Parts of a long text that open with a tap. Never for what must be read."
        preview_value: ClassVar[dict[str, Any]] = {
            "heading": "قانون کیا کہتا ہے",
            "items": [
                {
                    "title": "جبری مشقت کے خاتمے کا قانون، 1992",
                    "html": "<p>قرض کے بدلے مشقت لینا جرم ہے۔</p>",
                },
                {
                    "title": "انسانی اسمگلنگ کی روک تھام کا قانون، 2018",
                    "html": "<p>دھوکے یا جبر سے کسی سے کام لینا جرم ہے۔</p>",
                },
            ],
        }
