export default { name: "settings", limits: [1, 2, 3] };
