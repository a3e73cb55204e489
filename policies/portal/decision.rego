# Who may do what in the portal, by ownership and role.
#
# The caller says who the person is and which roles they hold; nothing is read
# from data, so that one compiled policy serves every installation.
package maestro.portal

# Whatever no rule below speaks of is denied: writes, permissions without an
# action, and input of a shape that is not understood.
default decision := {
	"effect": "deny",
	"reason": "No rule allows this permission.",
}

# METADATA
# title: Portal decision
# description: >-
#   Answers whether a person has a permission: allow, deny, or allow for the
#   resources that meet one of the conditions.
# entrypoint: true
decision := {"effect": "deny", "reason": "Nobody is signed in."} if {
	not signed_in
} else := {"effect": "allow", "reason": "Administrators may do everything."} if {
	holds_role("administrator")
} else := {"effect": "allow", "reason": "A role of the person holds this permission."} if {
	some role in role_permissions[input.permission.name]
	holds_role(role)
} else := {
	"effect": "conditional",
	"anyOf": [{
		"resourceType": input.permission.resourceType,
		"rule": owner_rule,
		"params": {"claims": claims},
	}],
	"reason": "Owners of the entity hold this permission.",
} if {
	asks_about_owned_entity
	count(claims) > 0
} else := {
	"effect": "conditional",
	"anyOf": [{
		"resourceType": "scaffolder-task",
		"rule": "IS_TASK_OWNER",
		"params": {"createdBy": [input.user.ref]},
	}],
	"reason": "Whoever started a run of a template holds this permission for it.",
} if {
	input.permission.name in task_permissions
	input.permission.resourceType == "scaffolder-task"
} else := {"effect": "allow", "reason": "Everyone who is signed in may do this."} if {
	input.permission.name in open_writes
} else := {"effect": "allow", "reason": "Everyone who is signed in may read this."} if {
	open_read
}

signed_in if {
	is_string(input.user.ref)
	input.user.ref != ""
	is_string(input.permission.name)
}

holds_role(role) if {
	is_array(input.user.roles)
	role in input.user.roles
}

asks_about_owned_entity if {
	input.permission.type == "resource"
	input.permission.resourceType == owner_permissions[input.permission.name]
}

# References that the person owns things as: themselves and their groups.
# Without any there is nothing to own, and an empty list must not reach a rule.
claims := sort({ref |
	is_array(input.user.ownership)
	some ref in input.user.ownership
	is_string(ref)
	ref != ""
})

# Reads are open unless a table above names them.
open_read if {
	input.permission.action == "read"
	not input.permission.name in administrator_reads
	not owner_permissions[input.permission.name]
	not role_permissions[input.permission.name]
	not input.permission.name in task_permissions
}
