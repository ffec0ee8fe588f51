"""Words in the class and id of an element that say what it holds, on most sites and in most publishing systems.

An alternative stands for whole parts of a name in the spelling of `signals.joined`: "related-?posts"
is found in "c-related-posts" and in "relatedposts wide", not in "unrelated-posts".
"""

from __future__ import annotations

import re

from crossread.model import ZoneKind
from crossread.text.late import late


def _names(alternatives: str) -> re.Pattern[str]:
    return late(rf"(?:^|[\s-])(?:{'|'.join(alternatives.split())})(?=$|[\s-])")


# In the order in which they are asked: what a container is comes before what stands in it.
NAMES: tuple[tuple[ZoneKind, str, re.Pattern[str]], ...] = (
    (
        "quote_block",
        "quote_block.embedded_post",
        _names(
            r"""
            twitter-tweet twitter-video instagram-media tiktok-embed fb-post reddit-(?:card|embed-bq) bluesky-embed
            """
        ),
    ),
    (
        "furniture",
        "furniture.comment_count",
        _names(
            r"""
            comments?-(?:count|counter|number|link|links|button|btn|icon|toggle|trigger|cta|prompt|bubble)
            """
        ),
    ),
    (
        "comment",
        "comment.container_name",
        _names(
            r"""
            comments?(?:-?(?:list|section|area|thread|container|wrapper|wrap|body|block|box|content|module|form))?
            commentlist disqus(?:-thread)? dsq-[a-z]+ livefyre fb-comments facebook-comments spot-?im openweb
            coral-(?:talk|thread) vuukle(?:-comments)? respond reader-comments
            """
        ),
    ),
    (
        "advertisement",
        "advertisement.container_name",
        _names(
            r"""
            ads? adverts? advertisements? advertising ad-?(?:slot|unit|box|wrapper|wrap|container|zone|label)
            adsbygoogle adsense dfp(?:-[a-z]+)? gpt-?ad google-?ads? sponsor(?:ed|s|ship)? promoted
            paid-?(?:content|post) native-ad taboola outbrain revcontent mgid zergnet commercial
            """
        ),
    ),
    (
        "correction",
        "correction.container_name",
        _names(
            r"""
            corrections? clarifications? editors?-?notes? corrections?-(?:note|box|text)
            """
        ),
    ),
    (
        "author_bio",
        "author_bio.container_name",
        _names(
            r"""
            bio biography author-?(?:bio|box|card|profile|details|description|desc|about|info-box|panel|block)s?
            about-?(?:the-?)?authors? (?:contributor|writer|reporter)-?(?:bio|box|card|profile|info)s?
            bio-?(?:box|text|content|wrapper|container|line) post-author(?:-box)? abh-box saboxplugin-[a-z]+
            author-?(?:end|footer|bottom) guest-author article-?tagline
            """
        ),
    ),
    (
        "related",
        "related.container_name",
        _names(
            r"""
            related(?:-?(?:posts?|articles?|stor(?:y|ies)|content|links?|items?|news|topics?|coverage|reading))?
            recirc(?:ulation)? recommend(?:ed|ation|ations)? (?:read|see|more)-?(?:more|also|next|on|from|stories)
            more-(?:stories|articles|news|links|coverage|in|like) also-?(?:read|on|like) up-?next next-up
            you-?(?:may|might)(?:-?also)?(?:-?like)? most-?(?:read|popular|viewed|shared|commented) trending
            popular(?:-?(?:posts|stories|articles))? latest(?:-?(?:posts|stories|articles|news))? rich-?link
            further-?reading teasers? story-?package jp-relatedposts yarpp crp-related rel-?links?
            (?:editor|editors)-?(?:picks?|choice) inline-?(?:related|promo|link)s? promos? promo-?(?:box|item)
            story-?timeline crosslinks? external-?links? next-?(?:article|post|story) prev(?:ious)?-?(?:article|post)
            """
        ),
    ),
    (
        "furniture",
        "furniture.container_name",
        _names(
            r"""
            share(?:-?(?:bar|buttons?|tools?|links?|icons?|this|block|widget|container|wrapper))? sharing sharedaddy
            social(?:-?(?:share|sharing|links?|media|icons?|bar|buttons?|tools?|follow|nav))? sociable
            addthis(?:-[a-z]+)? addtoany(?:-[a-z]+)?
            newsletters?(?:-?(?:signup|sign-up|form|box|promo|widget|module))? mailchimp mc-embed-signup
            subscrib(?:e|er|ers) subscriptions?(?:-[a-z]+)? sign-?up cookies?(?:-?(?:banner|notice|consent|bar))?
            consent gdpr bread-?crumbs? nav(?:bar|igation)? site-?(?:nav|header|footer|menu) menus? tool-?bar
            tags?-?(?:list|cloud|links|container|wrapper|box) (?:article|post|entry|story)-?tags tags topics keywords
            paginat(?:ion|or) pager page-?(?:nav|numbers|links) post-?nav(?:igation)? modal pop-?up overlay lightbox
            paywall(?:-[a-z]+)? log-?in sign-?in search-?(?:form|box|bar|field) skip-?(?:link|nav|to) masthead
            copyright disclaimer ratings? polls? survey quiz print-?(?:button|link|this|only)
            app-?(?:promo|banner|download) follow-?(?:us|links?|buttons?|bar|me) donat(?:e|ion|ions) toc
            call-?to-?action cta post-?(?:tags|categories|footer) entry-?(?:footer|utility|tags) cat-?links feedback
            video-?(?:player|controls|js) vjs-[a-z-]+ jwplayer player-?controls? jump-?link back-?to-?top
            """
        ),
    ),
    (
        "caption",
        "caption.container_name",
        _names(
            r"""
            (?:wp-|media-|image-|img-|photo-|picture-|gallery-|video-|fig-?)?captions?(?:-?(?:text|wrapper|container|inner|credit))?
            cutline
            (?:image|photo|img|media|picture|figure)-?(?:credits?|description|desc|source|info|meta|text|copyright|byline|author)
            figcaption wp-caption-text credits? photographer sliders? slide-?shows? carousels?
            (?:photo-?)?galler(?:y|ies)
            """
        ),
    ),
    (
        "quote_block",
        "quote_block.pull_quote",
        _names(
            r"""
            pull-?quotes? quote-?callout
            """
        ),
    ),
    (
        "standfirst",
        "standfirst.container_name",
        _names(
            r"""
            stand-?first dek deck sub-?(?:title|headline|heading|head|hed) sub-?deck
            article-?(?:summary|excerpt|dek|deck) (?:story|post|entry|headline)-?(?:summary|excerpt|dek|subtitle|deck)
            (?<!speakable-)summary strap-?line secondary-?title
            (?:render-?)?key-?(?:points?|takeaways|facts)(?:-list)? (?:story|article)-?highlights takeaways
            """
        ),
    ),
    (
        "kicker",
        "kicker.container_name",
        _names(
            r"""
            kicker eyebrow over-?line rubric article-?(?:kicker|section|label) section-?(?:label|name|tag)
            super-?title
            """
        ),
    ),
    (
        "date_line",
        "date_line.container_name",
        _names(
            r"""
            date time-?stamps?
            (?:pub|publish|published|publication|post|posted|article|story|entry)-?(?:date|time|on)(?:-?time)?
            date-?(?:time|published|posted|updated|modified|line)
            (?:last-?)?(?:updated|modified)(?:-?(?:date|time|at|on))? published entry-date article-?dates? meta-?date
            pubdate
            """
        ),
    ),
    (
        "byline",
        "byline.container_name",
        _names(
            r"""
            by-?lines? by-?author authors?(?:-?(?:name|names|link|info|meta|title|line|list|container|wrapper))?
            contributors? writers? posted-by written-by (?:article|post|entry|story)-?(?:authors?|byline|meta|info)
            vcard reporter
            """
        ),
    ),
    (
        "title",
        "title.name",
        _names(
            r"""
            (?:article|post|entry|story|page|news)-?(?:title|headline|header-title) head-?line hed
            """
        ),
    ),
)
OUTER = _names("footer side-?bar widgets? banner right-?rail rail")
