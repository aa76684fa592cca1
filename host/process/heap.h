#pragma once

namespace quarterdeck {

/// Has this process take memory from the system in large pages and keep it, where the system offers that: touching a
/// hundred megabytes of ordinary pages one by one can cost as much as reading them. Call once, before threads start.
void use_large_pages();

}  // namespace quarterdeck
