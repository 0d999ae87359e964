/// What the program remembers, and where it is stored.
@NullMarked
package org.hrscope.settings;

import org.jspecify.annotations.NullMarked;
