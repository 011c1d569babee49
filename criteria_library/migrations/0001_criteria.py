import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("hub", "0002_nodes_and_pages"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Criterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "as_qualification",
                    models.BooleanField(default=False, verbose_name="qualification requirement"),
                ),
                (
                    "as_specification",
                    models.BooleanField(default=False, verbose_name="technical specification"),
                ),
                ("as_award", models.BooleanField(default=False, verbose_name="award criterion")),
                ("as_clause", models.BooleanField(default=False, verbose_name="contract clause")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("basic", "Basic"),
                            ("advanced", "Advanced"),
                            ("leading-edge", "Leading edge"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                (
                    "identifier",
                    models.CharField(
                        help_text="Two to five letters, a hyphen and digits, like TEX-004. It never changes.",
                        max_length=12,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2,5}-[0-9]{1,4}$",
                                "Write two to five letters, a hyphen and digits, like TEX-004.",
                            )
                        ],
                        verbose_name="identifier",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published"), ("withdrawn", "Withdrawn")],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "original_language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English")],
                        default="nb",
                        max_length=2,
                        verbose_name="original language",
                    ),
                ),
                (
                    "effort_buyer",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Low"), (2, "Medium"), (3, "High")],
                        default=1,
                        verbose_name="effort for the buyer",
                    ),
                ),
                (
                    "effort_supplier",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Low"), (2, "Medium"), (3, "High")],
                        default=1,
                        verbose_name="effort for the supplier",
                    ),
                ),
                (
                    "market",
                    models.CharField(
                        choices=[
                            ("early", "Few can deliver"),
                            ("growing", "Several can deliver"),
                            ("mature", "Most can deliver"),
                        ],
                        default="mature",
                        max_length=10,
                        verbose_name="the market",
                    ),
                ),
                (
                    "owner_role",
                    models.CharField(
                        help_text="Who answers for it, as a role: “Head of textiles”.",
                        max_length=80,
                        verbose_name="owner (role)",
                    ),
                ),
                (
                    "change_note",
                    models.TextField(
                        blank=True,
                        help_text="Shown in the change log of the next version.",
                        verbose_name="what has changed",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "last_reviewed_date",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="last reviewed"),
                ),
                (
                    "next_review_date",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="next review"),
                ),
                (
                    "review_outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "new"),
                            ("revised", "revised"),
                            ("kept", "checked and kept"),
                            ("withdrawn", "withdrawn"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="outcome of the review",
                    ),
                ),
                (
                    "withdrawn_date",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="withdrawn"),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(blank=True, editable=False, verbose_name="why it was withdrawn"),
                ),
                ("search_text", models.TextField(blank=True, editable=False)),
                (
                    "goals",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        related_name="criteria",
                        to="hub.goal",
                        verbose_name="sustainable development goals",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "product_groups",
                    modelcluster.fields.ParentalManyToManyField(
                        related_name="criteria", to="hub.productgroup", verbose_name="product groups"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="criteria_library.criterion",
                    ),
                ),
                (
                    "themes",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="criteria", to="hub.theme", verbose_name="themes"
                    ),
                ),
            ],
            options={
                "verbose_name": "criterion",
                "verbose_name_plural": "criteria",
                "ordering": ["identifier"],
                "abstract": False,
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name="CriterionVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "as_qualification",
                    models.BooleanField(default=False, verbose_name="qualification requirement"),
                ),
                (
                    "as_specification",
                    models.BooleanField(default=False, verbose_name="technical specification"),
                ),
                ("as_award", models.BooleanField(default=False, verbose_name="award criterion")),
                ("as_clause", models.BooleanField(default=False, verbose_name="contract clause")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("basic", "Basic"),
                            ("advanced", "Advanced"),
                            ("leading-edge", "Leading edge"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("published_at", models.DateTimeField(verbose_name="published")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("change_note", models.TextField(blank=True, verbose_name="what has changed")),
                (
                    "approved_by_role",
                    models.CharField(blank=True, max_length=80, verbose_name="approved by (role)"),
                ),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="criteria_library.criterion",
                        verbose_name="criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "version",
                "verbose_name_plural": "versions",
                "ordering": ["-number"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="criterion",
            name="current_version",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="criteria_library.criterionversion",
            ),
        ),
        migrations.CreateModel(
            name="KnownProblem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("noted_date", models.DateField(verbose_name="noted")),
                ("text", models.TextField(verbose_name="what is wrong, and what to do meanwhile")),
                ("solved_date", models.DateField(blank=True, null=True, verbose_name="solved")),
                (
                    "criterion",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="known_problems",
                        to="criteria_library.criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "known problem",
                "verbose_name_plural": "known problems",
                "ordering": ["-noted_date"],
            },
        ),
        migrations.CreateModel(
            name="LocalNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("guidance", "Guidance"),
                            ("stricter", "Stricter value"),
                            ("not_recommended", "Not recommended here"),
                        ],
                        default="guidance",
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="What buyers in the county should know beside the national text. Say why.",
                        max_length=2000,
                        verbose_name="text",
                    ),
                ),
                ("is_published", models.BooleanField(default=True, verbose_name="shown on the node's site")),
                ("confirmed_date", models.DateField(editable=False, verbose_name="confirmed")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="local_notes",
                        to="criteria_library.criterion",
                        verbose_name="criterion",
                    ),
                ),
                (
                    "node",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="hub.node",
                        verbose_name="node",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="criteria_library.criterionversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "local note",
                "verbose_name_plural": "local notes",
                "ordering": ["criterion__identifier"],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("goes_with", "Goes well with"),
                            ("includes", "Includes"),
                            ("replaces", "Replaces"),
                        ],
                        default="goes_with",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "criterion",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="criteria_library.criterion",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations_from_others",
                        to="criteria_library.criterion",
                        verbose_name="other criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation",
                "verbose_name_plural": "relations",
                "ordering": ["kind", "other__identifier"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reviewed_date", models.DateField(verbose_name="reviewed")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("revised", "revised"),
                            ("kept", "checked and kept"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                ("role", models.CharField(max_length=80, verbose_name="by (role)")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="criteria_library.criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ["-reviewed_date", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="VersionText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English")],
                        default="nb",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="What is asked, in one line: “Workwear shall withstand laundering”.",
                        max_length=160,
                        verbose_name="title",
                    ),
                ),
                (
                    "requirement",
                    models.TextField(
                        help_text="The text a buyer takes along. Write [number] where the buyer fills in. A line that begins with - is a list item, with 1. a step; | cell | cell | is a row of a table.",
                        verbose_name="requirement",
                    ),
                ),
                (
                    "documentation",
                    models.TextField(
                        help_text="What the supplier sends to prove it.", verbose_name="documentation"
                    ),
                ),
                (
                    "rationale",
                    models.TextField(
                        help_text="What it gives, in two or three sentences.", verbose_name="rationale"
                    ),
                ),
                (
                    "follow_up",
                    models.TextField(
                        blank=True,
                        help_text="What the buyer checks, and when.",
                        verbose_name="follow-up in the contract",
                    ),
                ),
                (
                    "weighting",
                    models.TextField(
                        blank=True,
                        help_text="For example: 10–20 per cent, or why it is not weighted.",
                        verbose_name="weighting",
                    ),
                ),
                ("legal_basis", models.TextField(blank=True, verbose_name="legal basis")),
                (
                    "sources",
                    models.TextField(
                        blank=True,
                        help_text="Standards, labels and studies, one a line.",
                        verbose_name="sources",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("machine", "Machine draft"), ("checked", "Checked")],
                        default="checked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="criteria_library.criterionversion",
                        verbose_name="version",
                    ),
                ),
            ],
            options={
                "verbose_name": "text",
                "verbose_name_plural": "texts",
                "ordering": ["version", "language"],
            },
        ),
        migrations.CreateModel(
            name="CriterionText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English")],
                        default="nb",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="What is asked, in one line: “Workwear shall withstand laundering”.",
                        max_length=160,
                        verbose_name="title",
                    ),
                ),
                (
                    "requirement",
                    models.TextField(
                        help_text="The text a buyer takes along. Write [number] where the buyer fills in. A line that begins with - is a list item, with 1. a step; | cell | cell | is a row of a table.",
                        verbose_name="requirement",
                    ),
                ),
                (
                    "documentation",
                    models.TextField(
                        help_text="What the supplier sends to prove it.", verbose_name="documentation"
                    ),
                ),
                (
                    "rationale",
                    models.TextField(
                        help_text="What it gives, in two or three sentences.", verbose_name="rationale"
                    ),
                ),
                (
                    "follow_up",
                    models.TextField(
                        blank=True,
                        help_text="What the buyer checks, and when.",
                        verbose_name="follow-up in the contract",
                    ),
                ),
                (
                    "weighting",
                    models.TextField(
                        blank=True,
                        help_text="For example: 10–20 per cent, or why it is not weighted.",
                        verbose_name="weighting",
                    ),
                ),
                ("legal_basis", models.TextField(blank=True, verbose_name="legal basis")),
                (
                    "sources",
                    models.TextField(
                        blank=True,
                        help_text="Standards, labels and studies, one a line.",
                        verbose_name="sources",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("missing", "Missing"),
                            ("machine", "Machine draft"),
                            ("checked", "Checked"),
                            ("outdated", "Outdated: the original has changed"),
                        ],
                        default="checked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "criterion",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="criteria_library.criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "text",
                "verbose_name_plural": "texts",
                "ordering": ["criterion", "language"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("criterion", "language"), name="one_text_of_a_criterion_in_a_language"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="criterionversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("as_qualification", True),
                    ("as_specification", True),
                    ("as_award", True),
                    ("as_clause", True),
                    _connector="OR",
                ),
                name="criterionversion_has_a_use",
                violation_error_message="Choose at least one use.",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterionversion",
            constraint=models.UniqueConstraint(
                fields=("criterion", "number"), name="one_version_of_each_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="criterionversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="versions_count_from_1"
            ),
        ),
        migrations.AddIndex(
            model_name="criterion",
            index=models.Index(fields=["status", "identifier"], name="criterion_by_status"),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("as_qualification", True),
                    ("as_specification", True),
                    ("as_award", True),
                    ("as_clause", True),
                    _connector="OR",
                ),
                name="criterion_has_a_use",
                violation_error_message="Choose at least one use.",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("identifier__regex", "^[A-Z]{2,5}-[0-9]{1,4}$")),
                name="identifiers_have_their_form",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "withdrawn"), _negated=True),
                    models.Q(
                        ("withdrawn_date__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="withdrawn_criteria_say_when_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "draft"), ("current_version__isnull", False), _connector="OR"),
                name="readable_criteria_have_a_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("successor", None),
                    models.Q(("successor", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="no_criterion_succeeds_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="knownproblem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("solved_date", None), ("solved_date__gte", models.F("noted_date")), _connector="OR"
                ),
                name="problems_are_solved_after_they_are_noted",
                violation_error_message="A problem can't be solved before it was noted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="localnote",
            constraint=models.UniqueConstraint(
                fields=("node", "criterion"), name="one_note_of_a_node_on_a_criterion"
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.UniqueConstraint(
                fields=("criterion", "other", "kind"), name="one_relation_of_a_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("criterion", models.F("other")), _negated=True),
                name="no_criterion_relates_to_itself",
                violation_error_message="A criterion can't include or go with itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="versiontext",
            constraint=models.UniqueConstraint(
                fields=("version", "language"), name="one_text_of_a_version_in_a_language"
            ),
        ),
    ]
