import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import hub.validators


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="County",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=2, unique=True, verbose_name="number")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("slug", models.SlugField(blank=True, max_length=40, verbose_name="short name in addresses")),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="names in other languages, one per line"),
                ),
                ("valid_from", models.DateField(verbose_name="first day")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("nuts_code", models.CharField(blank=True, max_length=5, verbose_name="NUTS code")),
                (
                    "tile_column",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="column on the map of tiles"
                    ),
                ),
                (
                    "tile_row",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="row on the map of tiles"
                    ),
                ),
                (
                    "successors",
                    models.ManyToManyField(blank=True, related_name="predecessors", to="hub.county"),
                ),
            ],
            options={
                "verbose_name": "county",
                "verbose_name_plural": "counties",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("other_names", models.TextField(blank=True, verbose_name="other names, one per line")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "Municipality"),
                            ("county_council", "County council"),
                            ("county_governor", "County governor"),
                            ("state_agency", "State agency"),
                            ("purchasing_cooperation", "Joint purchasing cooperation"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        max_length=9,
                        validators=[hub.validators.validate_organisation_number],
                        verbose_name="organisation number",
                    ),
                ),
                (
                    "municipality_number",
                    models.CharField(blank=True, max_length=4, verbose_name="municipality number"),
                ),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisations",
                        to="hub.county",
                        verbose_name="home county",
                    ),
                ),
                (
                    "serves_counties",
                    models.ManyToManyField(
                        blank=True,
                        related_name="serving_organisations",
                        to="hub.county",
                        verbose_name="also serves",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["name", "county"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English")],
                        default="nb",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                ("is_staff", models.BooleanField(default=False, editable=False)),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
        migrations.AddConstraint(
            model_name="county",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="county_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="county",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to", None), models.Q(("slug", ""), _negated=True)),
                fields=("slug",),
                name="county_slug_unique_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="county",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to", None)),
                fields=("tile_column", "tile_row"),
                name="county_tile_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(
                fields=("kind", "name", "county"), name="organisation_unique_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("number",),
                name="organisation_number_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("municipality_number", ""), _negated=True),
                fields=("municipality_number",),
                name="municipality_number_unique",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="hub.organisation",
                verbose_name="organisation",
            ),
        ),
    ]
