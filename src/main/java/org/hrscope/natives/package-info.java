/// Native libraries: unpacked once into a private folder and loaded from there.
@NullMarked
package org.hrscope.natives;

import org.jspecify.annotations.NullMarked;
