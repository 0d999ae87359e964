/// The catalogue of published networks, their downloads with hashes, and the local store.
@NullMarked
package org.hrscope.library;

import org.jspecify.annotations.NullMarked;
