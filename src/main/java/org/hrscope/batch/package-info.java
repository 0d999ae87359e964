/// The batch run: every image of every source, found people into the sinks, resumable and in shards.
@NullMarked
package org.hrscope.batch;

import org.jspecify.annotations.NullMarked;
