//! refuse TP2003
// A default stands in for undefined and not for null, which are one value on the device.
const friendsOf = (person: Record<string, unknown>): number => {
  const { friends = [] } = person;
  return Array.isArray(friends) ? friends.length : -1;
};
console.log(friendsOf({}), friendsOf({ friends: null }));
