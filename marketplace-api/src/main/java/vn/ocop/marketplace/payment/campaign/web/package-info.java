@NullMarked
package vn.ocop.marketplace.payment.campaign.web;

import org.jspecify.annotations.NullMarked;
