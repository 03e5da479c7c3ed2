// Making markup out of the story's words.

export const escaped = (text) =>
  String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

export const page = ({ language, title, head = "", body }) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} | LinkedIn</title>
<link rel="stylesheet" href="/static/style.css">
${head}</head>
<body>
${body}
<script type="module" src="/static/app.js"></script>
</body>
</html>
`;
