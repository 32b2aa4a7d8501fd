package docs

const LookAlikes = lookAlikes
