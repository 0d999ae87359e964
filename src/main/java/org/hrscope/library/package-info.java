/// The catalogue of published networks, verified downloads, and the local store.
@NullMarked
package org.hrscope.library;

import org.jspecify.annotations.NullMarked;
