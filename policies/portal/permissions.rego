package maestro.portal

# Permissions that a person holds for the entities that they own, with the
# resource type that the permission must ask about.
owner_permissions := {
	"catalog.entity.delete": "catalog-entity",
	"catalog.entity.refresh": "catalog-entity",
	"evidence.content.read": "evidence-entity",
	"evidence.record.create": "evidence-entity",
	"readiness.gate.ask": "readiness-entity",
}

# Permissions that a role holds for every entity, besides the administrator,
# who holds all of them.
role_permissions := {"evidence.content.read": {"auditor"}}

# Reads that are not open to everyone who is signed in.
administrator_reads := {"catalog.ingestion.read"}

# The rule by which the catalog and the suite's plugins recognise owners.
owner_rule := "IS_ENTITY_OWNER"
