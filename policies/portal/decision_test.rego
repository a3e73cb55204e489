package maestro.portal_test

import data.maestro.portal

engineer := {
	"ref": "user:default/edda.engineer",
	"ownership": ["user:default/edda.engineer", "group:default/edge-team"],
	"roles": [],
}

administrator := {"ref": "user:default/adam.admin", "ownership": [], "roles": ["administrator"]}

auditor := {"ref": "user:default/aida.auditor", "ownership": [], "roles": ["auditor"]}

content_read := {
	"name": "evidence.content.read",
	"action": "read",
	"type": "resource",
	"resourceType": "evidence-entity",
}

decision_for(user, permission) := decision if {
	decision := portal.decision with input as {"user": user, "permission": permission}
}

# The matrix of people and permissions stands in testdata/portal.json and is
# also put to the compiled policy.
test_matrix if {
	every row in data.portal.rows {
		every i, person in data.portal.columns {
			query := object.union(data.portal.people[person], {"permission": row.permission})
			decision := portal.decision with input as query
			decision.effect == row.effects[i]
		}
	}
}

test_matrix_has_an_effect_for_each_column if {
	count(data.portal.rows) > 0
	every row in data.portal.rows {
		count(row.effects) == count(data.portal.columns)
	}
}

test_every_decision_has_a_reason if {
	every row in data.portal.rows {
		every person in data.portal.people {
			query := object.union(person, {"permission": row.permission})
			decision := portal.decision with input as query
			count(decision.reason) > 0
		}
	}
}

test_owners_get_one_condition_with_their_claims if {
	decision := decision_for(engineer, content_read)
	decision.anyOf == [{
		"resourceType": "evidence-entity",
		"rule": "IS_ENTITY_OWNER",
		"params": {"claims": ["group:default/edge-team", "user:default/edda.engineer"]},
	}]
}

test_auditors_read_bytes_without_condition if {
	decision := decision_for(auditor, content_read)
	decision.effect == "allow"
	not decision.anyOf
}

test_owned_permission_about_another_resource_type_is_denied if {
	decision := decision_for(engineer, object.union(content_read, {"resourceType": "catalog-entity"}))
	decision.effect == "deny"
}

test_owned_permission_without_resource_is_denied if {
	decision := decision_for(engineer, {"name": "evidence.content.read", "action": "read", "type": "basic"})
	decision.effect == "deny"
}

test_nothing_owned_is_denied_never_an_empty_condition if {
	every ownership in [[], [""], [7], null, "user:default/edda.engineer"] {
		decision := decision_for(object.union(engineer, {"ownership": ownership}), content_read)
		decision.effect == "deny"
	}
}

test_unknown_permissions_follow_their_action if {
	effects := {action: effect |
		some action in ["read", "create", "update", "delete", "", "READ"]
		decision := decision_for(engineer, {"name": "weather.report.any", "action": action, "type": "basic"})
		effect := decision.effect
	}
	effects == {
		"read": "allow",
		"create": "deny",
		"update": "deny",
		"delete": "deny",
		"": "deny",
		"READ": "deny",
	}
}

test_unknown_permission_without_action_is_denied if {
	decision := decision_for(engineer, {"name": "weather.report.any", "type": "basic"})
	decision.effect == "deny"
}

test_administrators_may_do_what_nobody_named if {
	decision := decision_for(administrator, {"name": "weather.report.any", "type": "basic"})
	decision.effect == "allow"
}

test_roles_of_another_shape_give_nothing if {
	every roles in ["administrator", {"administrator": true}, null, ["Administrator"], [["administrator"]]] {
		decision := decision_for(
			object.union(engineer, {"roles": roles}),
			{"name": "catalog.entity.create", "action": "create", "type": "basic"},
		)
		decision.effect == "deny"
	}
}

test_input_of_another_shape_is_denied if {
	every query in [
		{},
		{"user": engineer},
		{"user": administrator},
		{"user": {"roles": ["administrator"]}, "permission": content_read},
		{"user": {"ref": "", "roles": ["administrator"]}, "permission": content_read},
		{"user": {"ref": 7, "roles": ["administrator"]}, "permission": content_read},
		{"user": null, "permission": content_read},
		{"user": engineer, "permission": {"name": null, "action": "read"}},
		"nonsense",
		[],
	] {
		decision := portal.decision with input as query
		decision.effect == "deny"
	}
}
