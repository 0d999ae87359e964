/// The Explain tab: what the selected node of the network does, why, and its arithmetic, with this very network's
/// numbers. Texts lie in `text/explain` and `code`.
@NullMarked
package org.hrscope.ui.explain;

import org.jspecify.annotations.NullMarked;
