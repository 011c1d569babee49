"""Steering groups and report forms in the editing pages."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from hub.enums import Role
from network.models import ReportForm, ReportQuestion, SteeringGroup
from network.services.reports import start_report
from tests.factories.network import SteeringGroupFactory, make_report_form, save


@pytest.fixture
def manager(client_on, national, nordland, member):
    return client_on(national, member(nordland, Role.NODE_MANAGER))


@pytest.fixture
def administrator(client_on, national, member):
    return client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))


def group_data(group, seats=(), commitments=()):
    return nested_form_data(
        {
            "node": group.node_id,
            "mandate": "Nytt mandat",
            "leader_organisation": group.leader_organisation_id,
            "secretariat": "",
            "established_date": "",
            "contact_email": "",
            "seats": inline_formset(list(seats)),
            "commitments": inline_formset(list(commitments)),
        }
    )


SEAT = {"body": "business", "role": "Regiondirektør", "organisation_name": "Næringsforeningen"}


def test_the_manager_keeps_seats_and_promises(manager, nordland):
    group = SteeringGroupFactory(node=nordland)
    promise = {"year": 2026, "text": "Kurs i alle regioner", "state": "under_way", "comment": ""}
    address = f"/admin/snippets/network/steeringgroup/edit/{group.pk}/"
    response = manager.post(address, group_data(group, [SEAT], [promise]))
    assert response.status_code == 302
    group = SteeringGroup.objects.get(pk=group.pk)
    assert (group.mandate, group.seats.count(), group.commitments.count()) == ("Nytt mandat", 1, 1)


def test_a_name_without_consent_is_told_and_not_saved(manager, nordland):
    group = SteeringGroupFactory(node=nordland)
    address = f"/admin/snippets/network/steeringgroup/edit/{group.pk}/"
    response = manager.post(address, group_data(group, [SEAT | {"person_name": "Rolleinnehaver"}]))
    assert response.status_code == 200
    assert group.seats.count() == 0


def test_another_nodes_group_is_not_there(manager, vestland):
    group = SteeringGroupFactory(node=vestland)
    assert manager.get(f"/admin/snippets/network/steeringgroup/edit/{group.pk}/").status_code == 404


def form_data(form, *, removed):
    questions = [
        {
            "id": question.pk,
            "name_nb": question.name_nb,
            "code": question.code,
            "section": question.section,
            "kind": question.kind,
            "DELETE": "1" if question in removed else "",
        }
        for question in form.questions.all()
    ]
    return nested_form_data(
        {
            "year": form.year,
            "opens_date": form.opens_date,
            "deadline_date": form.deadline_date,
            "questions": inline_formset(questions, initial=len(questions)),
        }
    )


def test_a_question_that_is_answered_stays_and_one_that_is_not_may_go(administrator, nordland):
    form = make_report_form()
    save(start_report(node=nordland, form=form), courses=3)
    answered, unanswered = form.questions.get(code="courses"), form.questions.get(code="participants")
    address = f"/admin/snippets/network/reportform/edit/{form.pk}/"
    assert administrator.post(address, form_data(form, removed=[answered])).status_code == 200
    assert ReportQuestion.objects.filter(pk=answered.pk).exists()
    assert administrator.post(address, form_data(form, removed=[unanswered])).status_code == 302
    assert not ReportQuestion.objects.filter(pk=unanswered.pk).exists()


def test_a_deadline_before_the_opening_is_told(administrator, national):
    data = {"year": 2027, "opens_date": "2027-03-01", "deadline_date": "2027-02-01"}
    response = administrator.post(
        "/admin/snippets/network/reportform/add/", nested_form_data(data | {"questions": inline_formset([])})
    )
    assert response.status_code == 200
    assert not ReportForm.objects.exists()
