import django.db.models.deletion
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("hub", "0001_people"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Audience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_nb", models.CharField(max_length=160, verbose_name="name in bokmål")),
                ("name_nn", models.CharField(blank=True, max_length=160, verbose_name="name in nynorsk")),
                ("name_sv", models.CharField(blank=True, max_length=160, verbose_name="name in Swedish")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place in lists")),
            ],
            options={
                "verbose_name": "audience",
                "verbose_name_plural": "audiences",
                "ordering": ["position", "name_nb"],
            },
        ),
        migrations.CreateModel(
            name="CpvCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=8, unique=True, verbose_name="code")),
                ("name_nb", models.CharField(max_length=250, verbose_name="name in bokmål")),
                ("name_en", models.CharField(max_length=250, verbose_name="name in English")),
            ],
            options={
                "verbose_name": "CPV code",
                "verbose_name_plural": "CPV codes",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="FrontPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "responsible_role",
                    models.CharField(
                        blank=True,
                        help_text="The role that answers for this page, like “adviser, Nordland”. Empty means the node's contact.",
                        max_length=80,
                        verbose_name="responsible (role)",
                    ),
                ),
                ("last_reviewed_date", models.DateField(blank=True, null=True, verbose_name="last reviewed")),
                ("lead", models.CharField(blank=True, max_length=300, verbose_name="lead")),
                (
                    "search_examples",
                    models.CharField(
                        blank=True,
                        help_text="Words to try, with commas between them.",
                        max_length=200,
                        verbose_name="search examples",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_nb", models.CharField(max_length=160, verbose_name="name in bokmål")),
                ("name_nn", models.CharField(blank=True, max_length=160, verbose_name="name in nynorsk")),
                ("name_sv", models.CharField(blank=True, max_length=160, verbose_name="name in Swedish")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "ordering": ["name_nb"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_nb", models.CharField(max_length=160, verbose_name="name in bokmål")),
                ("name_nn", models.CharField(blank=True, max_length=160, verbose_name="name in nynorsk")),
                ("name_sv", models.CharField(blank=True, max_length=160, verbose_name="name in Swedish")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="number")),
            ],
            options={
                "verbose_name": "sustainable development goal",
                "verbose_name_plural": "sustainable development goals",
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 17))), name="goals_run_from_1_to_17"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HubDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Node",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(max_length=40, unique=True, verbose_name="short name in addresses"),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("tagline", models.CharField(blank=True, max_length=120, verbose_name="line under the name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("national", "National level"), ("county", "County")],
                        default="county",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "phase",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Phase 1"), (2, "Phase 2")],
                        null=True,
                        verbose_name="rollout phase",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("launching", "Launching"),
                            ("active", "Active"),
                            ("dormant", "Dormant"),
                            ("closed", "Closed"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("launched_date", models.DateField(blank=True, null=True, verbose_name="launched")),
                ("closed_date", models.DateField(blank=True, null=True, verbose_name="closed")),
                (
                    "main_language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English")],
                        default="nb",
                        max_length=2,
                        verbose_name="main language",
                    ),
                ),
                (
                    "other_languages",
                    models.JSONField(blank=True, default=list, verbose_name="other languages"),
                ),
                ("contact_role", models.CharField(blank=True, max_length=80, verbose_name="contact (role)")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("blue", "Blue"),
                            ("green", "Green"),
                            ("teal", "Teal"),
                            ("purple", "Purple"),
                            ("red", "Red"),
                            ("brown", "Brown"),
                            ("pink", "Pink"),
                            ("slate", "Slate"),
                        ],
                        default="blue",
                        max_length=12,
                        verbose_name="colour",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nodes",
                        to="hub.county",
                    ),
                ),
                (
                    "document_collection",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.collection",
                    ),
                ),
                (
                    "image_collection",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.collection",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="node",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "node",
                "verbose_name_plural": "nodes",
                "ordering": ["kind", "name"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("buyer", "Buyer"),
                            ("participant", "Participant"),
                            ("steering_group_member", "Steering group member"),
                            ("county_governor_lead", "County governor's lead"),
                            ("editor", "Editor"),
                            ("course_organiser", "Course organiser"),
                            ("adviser", "Adviser"),
                            ("node_manager", "Node manager"),
                            ("criteria_editor", "Criteria editor"),
                            ("criteria_approver", "Criteria approver"),
                            ("hearing_secretary", "Hearing secretary"),
                            ("network_administrator", "Network administrator"),
                            ("auditor", "Auditor"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "node",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="hub.node"
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
            },
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("actor_public_id", models.UUIDField(blank=True, null=True)),
                ("action", models.CharField(max_length=60, verbose_name="what was done")),
                ("object_type", models.CharField(blank=True, max_length=60)),
                ("object_id", models.CharField(blank=True, max_length=60)),
                ("object_label", models.CharField(blank=True, max_length=200)),
                ("detail", models.JSONField(blank=True, default=dict)),
                ("at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="when")),
                (
                    "node",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audit_entries",
                        to="hub.node",
                    ),
                ),
            ],
            options={
                "verbose_name": "log entry",
                "verbose_name_plural": "log entries",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="NodeGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("buyer", "Buyer"),
                            ("participant", "Participant"),
                            ("steering_group_member", "Steering group member"),
                            ("county_governor_lead", "County governor's lead"),
                            ("editor", "Editor"),
                            ("course_organiser", "Course organiser"),
                            ("adviser", "Adviser"),
                            ("node_manager", "Node manager"),
                            ("criteria_editor", "Criteria editor"),
                            ("criteria_approver", "Criteria approver"),
                            ("hearing_secretary", "Hearing secretary"),
                            ("network_administrator", "Network administrator"),
                            ("auditor", "Auditor"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="node_group",
                        to="auth.group",
                    ),
                ),
                (
                    "node",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="hub.node"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
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
                            ("information", "Information"),
                            ("outage", "Planned outage"),
                            ("hearing", "Hearing open"),
                        ],
                        default="information",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("text_nb", models.CharField(max_length=240, verbose_name="text in bokmål")),
                ("text_nn", models.CharField(blank=True, max_length=240, verbose_name="text in nynorsk")),
                ("text_sv", models.CharField(blank=True, max_length=240, verbose_name="text in Swedish")),
                ("text_en", models.CharField(blank=True, max_length=240, verbose_name="text in English")),
                ("link", models.URLField(blank=True, verbose_name="link")),
                ("starts_at", models.DateTimeField(verbose_name="shown from")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="shown until")),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"
                        ),
                        name="notice_ends_after_it_starts",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="node",
            name="host_organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hosted_nodes",
                to="hub.organisation",
                verbose_name="host organisation",
            ),
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "description",
                    models.CharField(blank=True, default="", max_length=255, verbose_name="description"),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at"),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "credit",
                    models.CharField(
                        help_text="Who made the picture, and its licence.",
                        max_length=120,
                        verbose_name="credit",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="node",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="hub.picture",
                verbose_name="picture",
            ),
        ),
        migrations.CreateModel(
            name="ProductGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=255, unique=True)),
                ("depth", models.PositiveIntegerField()),
                ("numchild", models.PositiveIntegerField(default=0)),
                ("name_nb", models.CharField(max_length=160, verbose_name="name in bokmål")),
                ("name_nn", models.CharField(blank=True, max_length=160, verbose_name="name in nynorsk")),
                ("name_sv", models.CharField(blank=True, max_length=160, verbose_name="name in Swedish")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("description_nb", models.TextField(blank=True, verbose_name="description in bokmål")),
                ("description_nn", models.TextField(blank=True, verbose_name="description in nynorsk")),
                ("description_sv", models.TextField(blank=True, verbose_name="description in Swedish")),
                ("description_en", models.TextField(blank=True, verbose_name="description in English")),
                ("withdrawn_date", models.DateField(blank=True, null=True, verbose_name="withdrawn")),
                (
                    "cpv_codes",
                    models.ManyToManyField(
                        blank=True, related_name="product_groups", to="hub.cpvcode", verbose_name="CPV codes"
                    ),
                ),
            ],
            options={
                "verbose_name": "product group",
                "verbose_name_plural": "product groups",
            },
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="hub.picture",
                    ),
                ),
            ],
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name="TaxonomyProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("product_group", "Product group"),
                            ("theme", "Theme"),
                            ("goal", "Sustainable development goal"),
                            ("audience", "Audience"),
                            ("template", "Standard page"),
                        ],
                        max_length=20,
                        verbose_name="concerns",
                    ),
                ),
                ("proposal", models.TextField(max_length=2000, verbose_name="what should change")),
                ("reason", models.TextField(max_length=2000, verbose_name="why")),
                ("proposed_at", models.DateTimeField(auto_now_add=True, verbose_name="proposed")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("open", "Not answered yet"),
                            ("taken", "Taken"),
                            ("partly", "Partly taken"),
                            ("not_taken", "Not taken"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                (
                    "answer_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="reason for the answer"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
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
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposal",
                "verbose_name_plural": "proposals",
                "ordering": ["-proposed_at"],
            },
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("user", "node", "role"), name="one_membership_for_a_role"
            ),
        ),
        migrations.AddConstraint(
            model_name="nodegroup",
            constraint=models.UniqueConstraint(
                fields=("node", "role"), name="one_group_for_a_role_in_a_node"
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "national")), fields=("kind",), name="one_national_node"
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "closed"), _negated=True),
                fields=("county",),
                name="one_open_node_for_a_county",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("county", None), ("kind", "national")),
                    models.Q(("county__isnull", False), ("kind", "county")),
                    _connector="OR",
                ),
                name="county_nodes_have_a_county",
            ),
        ),
        migrations.AddConstraint(
            model_name="node",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "closed"), _negated=True),
                    ("closed_date__isnull", False),
                    _connector="OR",
                ),
                name="closed_nodes_say_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="rendition",
            constraint=models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            ),
        ),
        migrations.AddConstraint(
            model_name="taxonomyproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer", "open"), models.Q(("answer_reason", ""), _negated=True), _connector="OR"
                ),
                name="answers_to_proposals_say_why",
            ),
        ),
    ]
