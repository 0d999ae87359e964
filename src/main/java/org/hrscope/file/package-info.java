/// Writing files: completely or not at all.
@NullMarked
package org.hrscope.file;

import org.jspecify.annotations.NullMarked;
