import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0002_nodes_and_pages"),
        ("search", "0002_synonyms"),
    ]

    operations = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("checksum", models.CharField(blank=True, max_length=40)),
                ("text", models.TextField(blank=True)),
                ("failure", models.CharField(blank=True, max_length=300)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file_text",
                        to="hub.hubdocument",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SearchMiss",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("language", models.CharField(max_length=2)),
                ("text", models.CharField(max_length=80)),
                ("count", models.PositiveIntegerField(default=0)),
                ("most_hits", models.PositiveSmallIntegerField(default=0)),
                (
                    "node",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="hub.node"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["text"], name="misses_by_text")],
                "constraints": [
                    models.UniqueConstraint(fields=("day", "node", "language", "text"), name="one_miss_a_day")
                ],
            },
        ),
    ]
