from django.db import migrations, models

from search.analysis.thesaurus import shipped_groups, stems_of_phrase


def take_shipped(apps, schema_editor):
    """A new installation starts with the words that come with the hub."""
    groups = apps.get_model("search", "SynonymGroup")
    keys = apps.get_model("search", "SynonymKey")
    for words in shipped_groups():
        group = groups.objects.create(words=dict(words))
        read = {" ".join(stems_of_phrase(word)) for of_language in words.values() for word in of_language}
        for stems in sorted(read):
            keys.objects.get_or_create(stems=stems, defaults={"group": group})


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SynonymGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.JSONField(default=dict)),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.CreateModel(
            name="SynonymKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stems", models.CharField(max_length=200, unique=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=models.deletion.CASCADE, related_name="keys", to="search.synonymgroup"
                    ),
                ),
            ],
        ),
        migrations.RunPython(take_shipped, migrations.RunPython.noop, elidable=True),
    ]
