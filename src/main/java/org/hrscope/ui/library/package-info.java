/// The model library: published networks to search, download, verify, use and delete.
@NullMarked
package org.hrscope.ui.library;

import org.jspecify.annotations.NullMarked;
