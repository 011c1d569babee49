import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation


class Order(forms.Form):
    name = forms.CharField(label="Navn", help_text="Slik det skal stå på listen.")
    email = forms.EmailField(label="E-post")
    form = forms.ChoiceField(
        label="Form", choices=[("a", "I salen"), ("b", "På nett")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Merknad", required=False)
    consent = forms.BooleanField(label="Jeg samtykker")

    def clean(self):
        if self.data.get("name") == "full":
            raise forms.ValidationError("Kurset er fullt.")


class Narrowed(Order):
    narrows_a_list = True


def page(data=None, form=Order):
    with translation.override("nb"):
        return render_to_string("hub/components/form.html", {"form": form(data), "submit": "Send"})


def test_every_field_has_its_label_and_help_tied_to_it():
    html = page()
    assert '<label class="ds-label" for="id_name">Navn' in html
    assert 'id="id_name_helptext"' in html
    assert 'aria-describedby="id_name_helptext"' in html


def test_a_group_of_choices_has_a_legend():
    html = page()
    assert '<legend class="ds-label">Form' in html
    assert html.count('type="radio"') == 2


def test_only_what_may_be_left_out_is_marked():
    assert page().count("(valgfritt)") == 1


def test_nothing_is_marked_where_a_form_only_narrows_a_list():
    assert page(form=Narrowed).count("(valgfritt)") == 0


def test_faults_are_listed_first_with_links_to_their_fields():
    html = page({"name": "", "email": "nei"})
    assert html.index('class="faults"') < html.index('id="id_name"')
    assert "4 ting må rettes" in html
    for target in ("#id_name", "#id_email", "#id_form", "#id_consent"):
        assert f'href="{target}"' in html


def test_a_field_with_a_fault_says_so_to_every_reader_and_keeps_what_was_typed():
    html = page({"name": "Innkjøper", "email": "nei"})
    assert 'value="nei"' in html
    assert 'value="Innkjøper"' in html
    assert 'aria-describedby="id_email_error"' in html
    assert 'aria-invalid="true"' in html


def test_a_fault_of_the_whole_form_is_listed_without_a_link():
    html = page({"name": "full", "email": "a@b.example", "form": "a", "consent": "on"})
    assert "<li>Kurset er fullt.</li>" in html
    assert "Én ting må rettes" in html


@pytest.mark.parametrize("typed", ['"><script>alert(1)</script>', "<b>fet</b>"])
def test_what_was_typed_is_shown_as_text(typed):
    assert typed not in page({"name": typed})
