"""Prints reviews of cards by the package fsrs, without its fuzz: a list of cards, each a list of reviews."""

import json
import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

MINUTE = 60
DAY = 86400
WAITS = [30, MINUTE, 11 * MINUTE, 5 * 3600, DAY - 1, DAY, 2 * DAY, 9 * DAY, 40 * DAY, 500 * DAY, 20000 * DAY]
START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def milliseconds(moment):
    return (moment - START) // timedelta(milliseconds=1)


def reviews(ratings, waits):
    scheduler = Scheduler(enable_fuzzing=False)
    card, now = Card(), START
    for rating, wait in zip(ratings, waits):
        card, _ = scheduler.review_card(card, Rating(rating), now)
        yield {
            "rating": rating,
            "now": milliseconds(now),
            "phase": card.state.name.lower(),
            "step": card.step or 0,
            "stability": card.stability,
            "difficulty": card.difficulty,
            "due": milliseconds(card.due),
        }
        now += timedelta(seconds=wait) if wait else card.due - now


chance = random.Random(42)
# Every order of four ratings, each review when it is due; then chance at chance's times.
cards = [[rating // 4**i % 4 + 1 for i in range(4)] for rating in range(256)]
result = [list(reviews(ratings, [0] * 4)) for ratings in cards]
for _ in range(200):
    ratings = [chance.choice([1, 2, 3, 3, 3, 4]) for _ in range(12)]
    result.append(list(reviews(ratings, [chance.choice(WAITS) for _ in ratings])))
print(json.dumps(result))
