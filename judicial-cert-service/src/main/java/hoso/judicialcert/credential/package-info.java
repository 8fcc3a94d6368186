/// The same certificate in the holder's own wallet: SD-JWT VC, handed out through OpenID4VCI 1.0.
@NullMarked
package hoso.judicialcert.credential;

import org.jspecify.annotations.NullMarked;
