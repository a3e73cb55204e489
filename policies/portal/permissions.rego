package maestro.portal

# Permissions that a person holds for the entities that they own, with the
# resource type that the permission must ask about.
owner_permissions := {
	"catalog.entity.delete": "catalog-entity",
	"catalog.entity.refresh": "catalog-entity",
	"evidence.content.read": "evidence-entity",
	"evidence.record.create": "evidence-entity",
	"readiness.gate.ask": "readiness-entity",
	"slo.sample.create": "slo-entity",
}

# Permissions that a role holds for every entity, besides the administrator,
# who holds all of them.
role_permissions := {"evidence.content.read": {"auditor"}}

# Reads that are not open to everyone who is signed in.
administrator_reads := {"catalog.ingestion.read", "slo.document.read"}

# Writes that everyone who is signed in may do. A template is put into the catalog
# by those who may register locations; using it is for everyone, and its steps
# run for the person who uses it. Dry runs take templates from the request and
# stay with administrators.
open_writes := {"scaffolder.action.execute", "scaffolder.task.create"}

# Permissions for a run of a template, which belongs to the person who started it:
# its input and its log are nobody else's.
task_permissions := {"scaffolder.task.cancel", "scaffolder.task.read"}

# The rule by which the catalog and the suite's plugins recognise owners.
owner_rule := "IS_ENTITY_OWNER"
