/// The model library in the window: published networks searched, fetched, checked, used, forgotten.
@NullMarked
package org.hrscope.ui.library;

import org.jspecify.annotations.NullMarked;
