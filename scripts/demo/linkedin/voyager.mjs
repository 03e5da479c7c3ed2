// The demo's data in LinkedIn's normalised Voyager shape, as the islands of an Ember page hold it.
import { escaped } from "./html.mjs";
import { COMPANY, countOf, pathOf } from "./story.mjs";

const companyUrn = `urn:li:fsd_company:${COMPANY.id}`;
const updateUrn = ({ id }) => `urn:li:fsd_update:(urn:li:activity:${id},ORGANIZATION_FEED,EMPTY,DEFAULT,false)`;
const detailUrn = (target) => `urn:li:fsd_socialDetail:(${target},${target},urn:li:highlightedReply:-)`;

/** A post and what hangs on it. */
function update(post) {
  const shown = post.original ?? post;
  const target = `urn:li:activity:${shown.id}`;
  const counts = `urn:li:fsd_socialActivityCounts:${target}`;
  const name = {
    text: COMPANY.name,
    attributesV2: [{ start: 0, length: COMPANY.name.length, detailData: { "*companyName": companyUrn } }],
  };
  return [
    {
      $type: "com.linkedin.voyager.dash.feed.Update",
      entityUrn: updateUrn(post),
      metadata: { backendUrn: target, shareUrn: `urn:li:${shown.share.kind}:${shown.share.id}` },
      actor: {
        name: { text: shown.author.name },
        backendUrn: shown.author.id ? `urn:li:company:${shown.author.id}` : null,
        navigationContext: { actionTarget: `https://www.linkedin.com${pathOf(shown.author)}` },
        subDescription: { text: "1d • " },
      },
      header: post.original ? { text: name } : null,
      commentary: { text: { text: shown.text } },
      "*socialDetail": detailUrn(target),
    },
    {
      $type: "com.linkedin.voyager.dash.social.SocialDetail",
      entityUrn: detailUrn(target),
      threadUrn: target,
      "*totalSocialActivityCounts": counts,
    },
    {
      $type: "com.linkedin.voyager.dash.feed.SocialActivityCounts",
      entityUrn: counts,
      numComments: countOf(shown),
      numShares: shown.reposts,
      numLikes: shown.reactions,
    },
  ];
}

/** The island that holds the first of the list (`order` "top" or "recent"), and the twin that says what it answers. */
export function feedIsland(posts, total, order) {
  const key = order === "top" ? "Relevance" : "Chronological";
  const data = {
    data: {
      data: {
        [`feedDashOrganizationalPageUpdatesByOrganizationalPage${key}Feed`]: {
          paging: { start: 0, count: posts.length, total },
          "*elements": posts.map(updateUrn),
        },
      },
    },
    included: [
      {
        $type: "com.linkedin.voyager.dash.organization.Company",
        entityUrn: companyUrn,
        universalName: COMPANY.vanity,
        name: COMPANY.name,
      },
      ...posts.flatMap(update),
    ],
  };
  const request = `/voyager/api/graphql?variables=(count:${posts.length},moduleKey:ORGANIZATION_MEMBER_FEED_DESKTOP,organizationalPageUrn:urn%3Ali%3Afsd_organizationalPage%3A${COMPANY.id},start:0)&queryId=voyagerFeedDashOrganizationalPageUpdates.0`;
  const twin = { request, status: 200, body: "bpr-guid-1", method: "GET" };
  return `<code id="bpr-guid-1" hidden>${escaped(JSON.stringify(data))}</code><code id="datalet-bpr-guid-1" hidden>${escaped(JSON.stringify(twin))}</code>`;
}
