/// Markdown in the window: articles of the resources with their places filled in, shown as nodes; formulas in a small
/// notation of our own.
@NullMarked
package org.hrscope.ui.markdown;

import org.jspecify.annotations.NullMarked;
