/// JSON input and output for all packages.
@NullMarked
package org.hrscope.json;

import org.jspecify.annotations.NullMarked;
