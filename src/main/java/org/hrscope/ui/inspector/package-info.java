/// What a node of the network holds: all its channels, one of them large, compared, and how joints are read off.
@NullMarked
package org.hrscope.ui.inspector;

import org.jspecify.annotations.NullMarked;
