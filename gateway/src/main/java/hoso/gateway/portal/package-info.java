/// The pages that stand for the app: what they need to know, and the headers that guard them.
@NullMarked
package hoso.gateway.portal;

import org.jspecify.annotations.NullMarked;
