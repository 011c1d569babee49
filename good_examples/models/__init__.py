from good_examples.models.effects import Effects
from good_examples.models.examples import Example, ExampleDocument

__all__ = ["Effects", "Example", "ExampleDocument"]
