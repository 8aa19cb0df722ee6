// How much harm an action could do; decided by the gateway's policy, never by the agent.
#pragma once

namespace countersign::domain
{

enum class Tier { Low, Moderate, High, Critical };

} // namespace countersign::domain
