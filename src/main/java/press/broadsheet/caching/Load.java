package press.broadsheet.caching;

import java.time.Instant;

import press.broadsheet.query.CanonicalRequest;

/**
 * A public GET that is being answered, and what was known when it began. What it loads may be as old as that.
 *
 * @param asOf the newest change that was known, see {@link KeyChanges#newest()}
 * @param horizon when content changes next by time alone; {@link Instant#MAX} if nothing is scheduled
 */
record Load(CanonicalRequest request, Policy policy, long asOf, Instant horizon) {}
