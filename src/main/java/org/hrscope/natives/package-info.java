/// Native libraries: unpacked once into a folder of the person's own, and loaded from there.
@NullMarked
package org.hrscope.natives;

import org.jspecify.annotations.NullMarked;
