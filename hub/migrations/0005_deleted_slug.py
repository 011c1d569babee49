from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0004_articles_news_and_bin"),
    ]

    operations = [
        migrations.AddField(
            model_name="deletedthing",
            name="slug",
            field=models.CharField(blank=True, max_length=255),
        ),
        migrations.RenameField(
            model_name="deletedthing",
            old_name="live_page_ids",
            new_name="live_revisions",
        ),
    ]
