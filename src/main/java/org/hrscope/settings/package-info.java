/// What the program remembers, and the store that keeps it.
@NullMarked
package org.hrscope.settings;

import org.jspecify.annotations.NullMarked;
