/// Markdown in the window: articles from the resources with their placeholders filled in, rendered as nodes, with
/// formulas in a small notation of our own.
@NullMarked
package org.hrscope.ui.markdown;

import org.jspecify.annotations.NullMarked;
