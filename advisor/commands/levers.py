"""Print the smallest changes of answers that would change a verdict."""

from argparse import ArgumentParser, Namespace

from advisor.commands import given_answers
from advisor.commands.options import json_option, print_json
from advisor.summary.lever_wording import grouped


def arguments(parser: ArgumentParser) -> None:
    given_answers.arguments(parser)
    json_option(parser)


def run(options: Namespace) -> int:
    made = given_answers.assessment(options)
    words, standards = made.content.words, made.rules.standards
    groups = {standard.id: grouped(made.levers, standard.id, words) for standard in standards}
    if options.json:
        print_json(groups)
        return 0
    for standard in standards:
        print(standard.name)
        for group in groups[standard.id]:
            print(f"  {group.title}")
            for lever in group.levers:
                print(f"    {lever.sentence} {lever.depends}".rstrip())
        if not groups[standard.id]:
            print(f"  {words['lever.none']}")
    return 0
