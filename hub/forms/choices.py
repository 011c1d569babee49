from django import forms
from django.core.exceptions import ValidationError

LONGEST_KEY = 18  # digits that every database can look for


class RowsField(forms.ModelMultipleChoiceField):
    """Refuses what is too long to be a row's number: Django asks the database, which fails on it."""

    def clean(self, value):
        for key in value or ():
            if len(str(key)) > LONGEST_KEY:
                code = "invalid_pk_value"
                raise ValidationError(
                    self.error_messages[code], code=code, params={"pk": str(key)[:LONGEST_KEY]}
                )
        return super().clean(value)
